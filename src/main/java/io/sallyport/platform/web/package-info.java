/** What every page and every route shares: security headers, what happens to an address nobody serves, static files. */
@NullMarked
@NamedInterface("web")
package io.sallyport.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
