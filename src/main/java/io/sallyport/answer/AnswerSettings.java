package io.sallyport.answer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * {@code sallyport.answer.*}
 *
 * @param examples earlier messages with the articles that answered them, a file ({@code file:…}) or one that ships with the
 *     program; what names articles that the desk does not have is left alone
 */
@ConfigurationProperties("sallyport.answer")
record AnswerSettings(
        @DefaultValue("classpath:harbourlight/messages/train.jsonl")
        Resource examples) {}
