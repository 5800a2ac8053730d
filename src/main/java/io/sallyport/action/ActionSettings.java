package io.sallyport.action;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code sallyport.actions.*}
 *
 * @param dir folder with a company's own catalogue entries; empty for none
 */
@ConfigurationProperties("sallyport.actions")
record ActionSettings(@DefaultValue("") String dir) {}
