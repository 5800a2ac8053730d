package io.sallyport.model.http;

import io.sallyport.model.language.ModelSettings;
import okhttp3.OkHttpClient;

/**
 * One call is one request to the address that was set. A redirect is an answer, never followed: the key and the
 * customer's words would travel to a host that nobody chose.
 */
public final class VendorHttp {

    private VendorHttp() {}

    public static OkHttpClient open(ModelSettings settings) {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(new RetryAfter())
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .callTimeout(settings.timeout())
                .build();
    }
}
