package io.sallyport.model.openai;

import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIIoException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The library's requests over an HTTP client of ours; the library's own one follows redirects. */
final class OpenAiTransport implements HttpClient {

    private final OkHttpClient http;

    OpenAiTransport(OkHttpClient http) {
        this.http = http;
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        try {
            return new Answered(
                    within(options.getTimeout()).newCall(written(request)).execute());
        } catch (IOException e) {
            throw new OpenAIIoException("the call to the model failed", e);
        }
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        return CompletableFuture.supplyAsync(() -> execute(request, options), Thread::startVirtualThread);
    }

    private OkHttpClient within(@Nullable Timeout timeout) {
        return timeout == null
                ? http
                : http.newBuilder()
                        .connectTimeout(timeout.connect())
                        .readTimeout(timeout.read())
                        .writeTimeout(timeout.write())
                        .callTimeout(timeout.request())
                        .build();
    }

    private static Request written(HttpRequest request) {
        var written =
                new Request.Builder().url(request.url()).method(request.method().name(), body(request.body()));
        for (var name : request.headers().names()) {
            request.headers().values(name).forEach(value -> written.addHeader(name, value));
        }
        return written.build();
    }

    private static @Nullable RequestBody body(@Nullable HttpRequestBody body) {
        if (body == null) {
            return null;
        }
        try (body) {
            var bytes = new ByteArrayOutputStream();
            body.writeTo(bytes);
            var type = body.contentType();
            return RequestBody.create(bytes.toByteArray(), type == null ? null : MediaType.parse(type));
        }
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
    }

    private record Answered(Response response) implements HttpResponse {

        @Override
        public int statusCode() {
            return response.code();
        }

        @Override
        public Headers headers() {
            var headers = Headers.builder();
            response.headers().names().forEach(name -> headers.put(name, response.headers(name)));
            return headers.build();
        }

        @Override
        public InputStream body() {
            var body = response.body();
            return body == null ? InputStream.nullInputStream() : body.byteStream();
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
