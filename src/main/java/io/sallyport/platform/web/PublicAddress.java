package io.sallyport.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where customers reach this desk.
 *
 * @param publicUrl such as {@code https://support.example.com}; none means whatever address a request came to
 */
@ConfigurationProperties(prefix = "sallyport.web", ignoreUnknownFields = false)
public record PublicAddress(@Nullable String publicUrl) {

    public PublicAddress {
        if (publicUrl != null && publicUrl.isBlank()) {
            publicUrl = null;
        }
        if (publicUrl != null && !publicUrl.matches("https?://[^/?#]+")) {
            throw new IllegalArgumentException(
                    "sallyport.web.public-url has to be like https://support.example.com, without a path");
        }
    }

    /** Whether everybody comes by https. */
    boolean isEncrypted() {
        return publicUrl != null && publicUrl.startsWith("https:");
    }

    /** The full address of a page. */
    public String of(HttpServletRequest request, String path) {
        String base = Optional.ofNullable(publicUrl)
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromContextPath(request).toUriString());
        return base + path;
    }
}
