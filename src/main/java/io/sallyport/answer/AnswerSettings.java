package io.sallyport.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * {@code sallyport.answer.*}
 *
 * @param examples this company's earlier messages with the articles that answered them, such as {@code file:answered.jsonl};
 *     another company's say nothing about these articles, even where two bear one name, so there are none by default
 */
@ConfigurationProperties("sallyport.answer")
record AnswerSettings(@Nullable Resource examples) {}
