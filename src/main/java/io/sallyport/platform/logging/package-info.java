/**
 * What stands between the desk and its log: whatever looks like personal data or a secret is masked in every line and in
 * every stack trace. The desk logs no customer's words by itself; this is for what libraries' messages quote.
 */
@NullMarked
package io.sallyport.platform.logging;

import org.jspecify.annotations.NullMarked;
