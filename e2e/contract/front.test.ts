// What the front relies on in Next, and promises readers: held by real processes on a real Postgres, in this order.
import './documents'
import './freshness'
import './requests'
import './endings'
