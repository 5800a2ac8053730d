/**
 * An issue tracker, a team chat and a page log of the desk's own, so that hand-overs run out of the box: rows in PostgreSQL, once
 * per effect, faults on demand. The door is {@link io.sallyport.connector.builtin.BuiltInTools}; console and command line go
 * through it, too.
 */
@NamedInterface("builtin")
@NullMarked
package io.sallyport.connector.builtin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
