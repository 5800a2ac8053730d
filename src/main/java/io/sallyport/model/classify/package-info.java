/**
 * Learns labels from labelled texts: knows texts and label strings, nothing of what they mean to a desk. Three heads
 * (softmax over the text's vector, softmax over its n-grams, votes of its nearest neighbours) speak for each label; how
 * far each is trusted is measured on examples that it did not learn from. Door:
 * {@link io.sallyport.model.classify.TextClassifier}.
 */
@NullMarked
package io.sallyport.model.classify;

import org.jspecify.annotations.NullMarked;
