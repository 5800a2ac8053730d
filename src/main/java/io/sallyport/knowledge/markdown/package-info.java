/**
 * Help articles in Markdown (front matter, tables, MDX) to plain text cut into passages. Door:
 * {@link io.sallyport.knowledge.markdown.ArticleParser}.
 */
@NamedInterface("markdown")
@NullMarked
package io.sallyport.knowledge.markdown;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
