package org.symbolon.connectors.network;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpClientHostnameVerifier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** What the library is told of connections: how long they are kept, what of an answer is taken, whose certificates are good. */
final class HttpConnections {

    private static final String ROUTE = "symbolon.route";
    private static final int MOST_CONNECTIONS = 100;
    private static final Timeout LONGEST_CONNECT = Timeout.ofSeconds(4);
    private static final Timeout LONGEST_SILENCE = Timeout.ofMinutes(2);
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(1);
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(100);
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .build();

    private HttpConnections() {}

    /** Does nothing by itself: no redirection, no cookie, no log-in, no repetition but that over a connection that was closed meanwhile. */
    static CloseableHttpClient client(SSLContext tls, boolean checked) {
        return HttpClients.custom()
                .setConnectionManager(connections(tls, checked))
                .setRoutePlanner((host, context) -> (HttpRoute) context.getAttribute(ROUTE))
                .setRetryStrategy(new OverAFreshConnection())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    /** Tells the client which way to take: no name is looked up by it. */
    static HttpContext along(HttpRoute route) {
        HttpContext context = HttpClientContext.create();
        context.setAttribute(ROUTE, route);
        return context;
    }

    private static PoolingHttpClientConnectionManager connections(SSLContext tls, boolean checked) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(LIMITS)
                        .responseParserFactory(limits -> parser())
                        .build())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        tls,
                        checked ? HostnameVerificationPolicy.BOTH : HostnameVerificationPolicy.CLIENT,
                        new ValidNow(checked)))
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(LONGEST_CONNECT)
                        .setSocketTimeout(LONGEST_SILENCE)
                        .setTimeToLive(LONGEST_LIFE)
                        .setValidateAfterInactivity(LOOKED_AT_AFTER)
                        .build())
                .build();
    }

    /** Java looks at names and authorities, and trusts a certificate that is among the authorities itself for ever. */
    private record ValidNow(boolean checked) implements HttpClientHostnameVerifier {

        @Override
        public void verify(String host, X509Certificate certificate) throws SSLException {
            try {
                if (checked) {
                    certificate.checkValidity();
                }
            } catch (CertificateException expired) {
                throw new SSLException(expired);
            }
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            try {
                verify(host, (X509Certificate) session.getPeerCertificates()[0]);
                return true;
            } catch (SSLPeerUnverifiedException unknown) {
                return false;
            } catch (SSLException expired) {
                return false;
            }
        }
    }

    /** A server may close a connection that rests just when it is used again; then nothing was done, and it is asked once more. */
    private static final class OverAFreshConnection implements HttpRequestRetryStrategy {

        @Override
        public boolean retryRequest(HttpRequest request, IOException failure, int times, HttpContext context) {
            return times == 1 && failure instanceof NoHttpResponseException && Method.isIdempotent(request.getMethod());
        }

        @Override
        public boolean retryRequest(HttpResponse response, int times, HttpContext context) {
            return false;
        }

        @Override
        public TimeValue getRetryInterval(HttpRequest request, IOException failure, int times, HttpContext context) {
            return TimeValue.ZERO_MILLISECONDS;
        }

        @Override
        public TimeValue getRetryInterval(HttpResponse response, int times, HttpContext context) {
            return TimeValue.ZERO_MILLISECONDS;
        }
    }

    /** The library takes headers that break off for all that there are. */
    private static HttpMessageParser<ClassicHttpResponse> parser() {
        HttpMessageParser<ClassicHttpResponse> parser = new DefaultHttpResponseParserFactory(LIMITS).create();
        return (buffer, stream) -> parser.parse(buffer, new BrokenOff(stream));
    }

    /** Says that something is missing where it ends after it has begun. */
    private static final class BrokenOff extends FilterInputStream {

        private boolean begun;

        BrokenOff(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count < 0 && begun) {
                throw new EOFException("The headers of an answer break off");
            }
            begun = true;
            return count;
        }
    }
}
