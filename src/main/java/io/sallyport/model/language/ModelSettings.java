package io.sallyport.model.language;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model plays which role, and where the models are. A role is {@code VENDOR:MODEL} or {@code embedded}; an empty one
 * takes its default.
 *
 * @param limits by vendor
 * @param prices by a model's name, with or without its vendor
 * @param timeout how long one call may take from connecting to the last byte
 */
@ConfigurationProperties(prefix = "sallyport.models", ignoreUnknownFields = false)
public record ModelSettings(
        @DefaultValue("") String triage,
        @DefaultValue("") String specialist,
        @DefaultValue("") String verifier,
        @DefaultValue("") String escalation,
        @DefaultValue("") String qa,
        @DefaultValue("") String analyst,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue Anthropic anthropic,
        @DefaultValue OpenAi openai,
        @DefaultValue Ollama ollama,
        @DefaultValue Map<String, VendorLimit> limits,
        @DefaultValue Map<String, Price> prices,
        @DefaultValue Ceilings budget) {

    public ModelSettings {
        prices = Map.copyOf(prices);
        limits = Map.copyOf(limits);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "sallyport.models.timeout must be positive, such as 60s, not " + timeout);
        }
    }

    /** @param model as {@code VENDOR:MODEL} */
    public Optional<Price> findPrice(String model) {
        return Optional.ofNullable(prices.get(model))
                .or(() -> Optional.ofNullable(prices.get(model.substring(model.indexOf(':') + 1))));
    }

    /** As it was written, surrounding blanks apart. */
    String chosen(Role role) {
        var written = switch (role) {
            case TRIAGE -> triage;
            case SPECIALIST -> specialist;
            case VERIFIER -> verifier;
            case ESCALATION -> escalation;
            case QA -> qa;
            case ANALYST -> analyst;
        };
        return written.strip();
    }

    /** @param apiKey of the Messages API; with one, it is the default of every role */
    public record Anthropic(
            @DefaultValue("") String apiKey,
            @DefaultValue("https://api.anthropic.com") String baseUrl) {

        public Anthropic {
            checkAddress("anthropic", baseUrl);
        }

        @Override
        public String toString() {
            return "Anthropic[baseUrl=" + baseUrl + "]";
        }
    }

    /**
     * OpenAI, or any server that speaks its chat completions.
     *
     * @param apiKey may be empty for a server of one's own
     */
    public record OpenAi(
            @DefaultValue("") String apiKey,
            @DefaultValue(OpenAi.OFFICIAL) String baseUrl) {

        private static final String OFFICIAL = "https://api.openai.com/v1";

        public OpenAi {
            checkAddress("openai", baseUrl);
        }

        public boolean isOfficial() {
            return "api.openai.com".equals(URI.create(baseUrl).getHost());
        }

        @Override
        public String toString() {
            return "OpenAi[baseUrl=" + baseUrl + "]";
        }
    }

    /** @param baseUrl of its OpenAI-compatible side */
    public record Ollama(
            @DefaultValue("http://localhost:11434/v1") String baseUrl) {

        public Ollama {
            checkAddress("ollama", baseUrl);
        }
    }

    private static void checkAddress(String vendor, String baseUrl) {
        if (!isAddress(baseUrl)) {
            throw new IllegalArgumentException("sallyport.models." + vendor
                    + ".base-url must be an address such as https://models.example.com/v1, not '" + baseUrl + "'");
        }
    }

    private static boolean isAddress(String baseUrl) {
        try {
            var address = new URI(baseUrl);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
