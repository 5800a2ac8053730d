package io.sallyport.model.http;

import io.sallyport.model.language.ModelSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * One call is one request to the address that was set. A redirect is an answer, never followed: the key and the
 * customer's words would travel to a host that nobody chose.
 */
public final class VendorHttp {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    /** Connections kept between calls; opening one for each call costs round trips, and processor time for its encryption. */
    private static final int IDLE_CONNECTIONS = 2_000;

    /** Shorter than what servers and the boxes before them commonly wait before they hang up without a word. */
    private static final Duration KEPT_IDLE = Duration.ofSeconds(30);

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
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEPT_IDLE.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(connectTimeout(settings.timeout()))
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .callTimeout(settings.timeout())
                .build();
    }
}
