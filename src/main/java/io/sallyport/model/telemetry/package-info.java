/**
 * What asking language models looks like from outside: OpenTelemetry spans and metrics after its conventions for generative AI. Nothing
 * a customer or a model wrote is in them.
 */
@NullMarked
package io.sallyport.model.telemetry;

import org.jspecify.annotations.NullMarked;
