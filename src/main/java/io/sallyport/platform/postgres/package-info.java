/**
 * A real PostgreSQL kept under one directory and shared by every process of ours that opens it. The door is {@link
 * io.sallyport.platform.postgres.EmbeddedDatabase}; everything else here unpacks, starts, adopts and stops the server.
 */
@NullMarked
@NamedInterface("postgres")
package io.sallyport.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
