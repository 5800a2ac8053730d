/**
 * Help articles in Markdown (front matter, tables, MDX) to plain text cut into passages. Door:
 * {@link io.sallyport.knowledge.markdown.ArticleParser}.
 */
@NullMarked
package io.sallyport.knowledge.markdown;

import org.jspecify.annotations.NullMarked;
