/**
 * The customer's own pages: file a ticket at {@code /ask}, follow it and write again at {@code /t/…}, an address that
 * cannot be guessed. Shows what was sent and nothing else: no draft, no verdict, no name of a queue.
 */
@ApplicationModule(
        allowedDependencies = {"casefile", "connector", "gate::identity", "intake", "platform", "platform::web"})
@NullMarked
package io.sallyport.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
