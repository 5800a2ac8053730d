/**
 * The command line: one class for each command, all named in {@link io.sallyport.cli.Sallyport}. A command that needs the desk
 * opens it through {@code OpenDesk}; commands print to standard output, logs go to standard error.
 */
@NullMarked
package io.sallyport.cli;

import org.jspecify.annotations.NullMarked;
