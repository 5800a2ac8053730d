/** Sallyport: a support desk that cannot send what it cannot prove. One room per sub-package; start in {@code flow}. */
@NullMarked
package io.sallyport;

import org.jspecify.annotations.NullMarked;
