/**
 * Articles: their revisions, who reviewed them when, and finding the passage that answers a question. Door:
 * {@link io.sallyport.knowledge.KnowledgeBase}; {@link io.sallyport.knowledge.ArticleStore} for a gate that asks for one
 * revision again.
 */
@ApplicationModule(allowedDependencies = {"casefile", "model", "platform", "text"})
@NullMarked
package io.sallyport.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
