package io.sallyport.model.http;

import io.sallyport.model.language.ModelSettings;
import java.time.Duration;
import okhttp3.OkHttpClient;

/**
 * One call is one request to the address that was set. A redirect is an answer, never followed: the key and the
 * customer's words would travel to a host that nobody chose.
 */
public final class VendorHttp {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private VendorHttp() {}

    /** Connecting takes a round trip or two; who has not answered by then is not there. */
    public static Duration connectTimeout(Duration whole) {
        return whole.compareTo(LONGEST_CONNECT) < 0 ? whole : LONGEST_CONNECT;
    }

    public static OkHttpClient open(ModelSettings settings) {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(new RetryAfter())
                .connectTimeout(connectTimeout(settings.timeout()))
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .callTimeout(settings.timeout())
                .build();
    }
}
