/** Measuring: every figure that the project states comes from a class here, run by {@code ./sallyport eval} or {@code replay}. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.sallyport.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
