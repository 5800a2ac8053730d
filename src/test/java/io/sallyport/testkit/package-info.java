/** What tests share: real parts made quick, and small hand-written stand-ins. */
@NullMarked
package io.sallyport.testkit;

import org.jspecify.annotations.NullMarked;
