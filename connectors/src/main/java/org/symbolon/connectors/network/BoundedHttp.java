package org.symbolon.connectors.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo.LayerType;
import org.apache.hc.client5.http.RouteInfo.TunnelType;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.symbolon.command.examination.port.Finding;

/**
 * Asks servers over HTTP, each within a deadline that also holds for looking up its name and for reading its answer, of which
 * no more is taken than is of use. Only addresses that the guard lets pass are connected to. No redirection is followed: what is sent
 * may hold a password.
 */
public final class BoundedHttp implements AutoCloseable {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Supplier<SSLContext> checking;
    private final Supplier<SSLContext> trusting;
    private final AddressGuard guard;
    private final int mostBytes;
    private final HostLookup hosts;
    private final Watchdog watchdog;
    private final ConcurrentMap<Boolean, CloseableHttpClient> clients = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * How a server is reached.
     *
     * @param checked whether its certificate must hold and be made out for its name
     * @param proxy what stands between, if anything does
     */
    public record Way(boolean checked, Optional<InetSocketAddress> proxy) {}

    /**
     * What a server has answered.
     *
     * @param text as much of it as is of use
     * @param whole whether that is all of it
     * @param headers by their names in small letters, the last of each
     */
    public record Answer(int status, String text, boolean whole, Map<String, String> headers) {

        /** What a header says, whatever the case of its name. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * One whose threads have this name, and that reads certificates by these.
     *
     * @param checking makes what trusts only certificates that hold
     */
    public BoundedHttp(String name, Supplier<SSLContext> checking, AddressGuard guard) {
        this(name, checking, guard, MOST_BYTES, new HostLookup());
    }

    /** One that takes so many bytes of an answer at most. */
    public BoundedHttp(String name, Supplier<SSLContext> checking, AddressGuard guard, int mostBytes) {
        this(name, checking, guard, mostBytes, new HostLookup());
    }

    BoundedHttp(String name, Supplier<SSLContext> checking, AddressGuard guard, int mostBytes, HostLookup hosts) {
        this.checking = checking;
        this.trusting = TrustsAll::context;
        this.guard = guard;
        this.mostBytes = mostBytes;
        this.hosts = hosts;
        this.watchdog = new Watchdog(name + "-watchdog");
    }

    /**
     * The answer of the server.
     *
     * @throws AddressRefusedException if the guard lets none of its addresses pass
     * @throws IOException if there is no answer in time, or it cannot be understood
     */
    public Answer ask(HttpRequest request, Way way, Deadline deadline) throws IOException {
        if (closed) {
            throw new IOException("is closed");
        }
        HttpHost server = host(request.uri());
        HttpHost first = way.proxy().map(BoundedHttp::host).orElse(server);
        IOException failure = null;
        for (InetAddress address : hosts.find(first.getHostName(), deadline)) {
            HttpHost met = new HttpHost(first.getSchemeName(), address, first.getHostName(), first.getPort());
            try {
                guard.check(address);
                return ask(request, route(server, met, way), way.checked(), deadline);
            } catch (AddressRefusedException
                    | HttpHostConnectException
                    | ConnectTimeoutException
                    | NoRouteToHostException elsewhere) {
                failure = elsewhere;
            }
        }
        throw failure == null || deadline.isOver() ? late() : failure;
    }

    /**
     * What is found at the door of the server, or of the proxy that stands before it: whether it can be reached, and how long its
     * certificate holds. Nothing is asked.
     */
    public List<Finding> examine(URI address, Way way, Duration patience) {
        ServerReach reach = new ServerReach(guard, hosts, watchdog);
        if (way.proxy().isPresent()) {
            List<Finding> findings = new ArrayList<>(reach.inClear(way.proxy().get(), patience));
            findings.add(Finding.unchecked("What stands behind the proxy is not looked at"));
            return findings;
        }
        HttpHost server = host(address);
        InetSocketAddress door = InetSocketAddress.createUnresolved(server.getHostName(), server.getPort());
        return server.getSchemeName().equals("https")
                ? reach.encrypted(door, way.checked(), (way.checked() ? checking : trusting).get(), patience)
                : reach.inClear(door, patience);
    }

    private static HttpHost host(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        return new HttpHost(
                scheme, withoutBrackets(address.getHost()), address.getPort() < 0 ? usual : address.getPort());
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static HttpHost host(InetSocketAddress proxy) {
        return new HttpHost("http", proxy.getHostString(), proxy.getPort());
    }

    /** A proxy is told to pass on what is encrypted as it is. */
    private static HttpRoute route(HttpHost server, HttpHost met, Way way) {
        boolean encrypted = server.getSchemeName().equals("https");
        if (way.proxy().isEmpty()) {
            return new HttpRoute(met, null, encrypted);
        }
        return encrypted
                ? new HttpRoute(server, null, met, true, TunnelType.TUNNELLED, LayerType.LAYERED)
                : new HttpRoute(server, null, met, false, TunnelType.PLAIN, LayerType.PLAIN);
    }

    private Answer ask(HttpRequest request, HttpRoute route, boolean checked, Deadline deadline) throws IOException {
        HttpUriRequestBase call = call(request);
        Watchdog.Watch watch = watchdog.over(call::cancel, deadline);
        try {
            return answer(client(checked).executeOpen(null, call, HttpConnections.along(route)), deadline);
        } catch (IOException | IllegalStateException failed) {
            throw deadline.isOver() ? late() : failed instanceof IOException known ? known : new IOException(failed);
        } finally {
            watch.close();
            endUnlessRead(call);
        }
    }

    /** An answer that was read to its end has given its connection back already. */
    private static void endUnlessRead(HttpUriRequestBase call) {
        call.cancel();
    }

    private static HttpUriRequestBase call(HttpRequest request) throws IOException {
        HttpUriRequestBase call = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().map().forEach((name, values) -> values.forEach(value -> call.addHeader(name, value)));
        if (request.bodyPublisher().isPresent()) {
            call.setEntity(
                    new ByteArrayEntity(RequestBody.of(request.bodyPublisher().get()), null));
        }
        return call;
    }

    private Answer answer(ClassicHttpResponse response, Deadline deadline) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] read = read(response);
        if (deadline.isOver()) {
            throw late();
        }
        int taken = Math.min(read.length, mostBytes);
        String text = new String(read, 0, taken, StandardCharsets.UTF_8);
        return new Answer(response.getCode(), text, taken == read.length, headers);
    }

    private byte[] read(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        InputStream body = response.getEntity().getContent();
        return body.readNBytes(mostBytes + 1);
    }

    private static SocketTimeoutException late() {
        return new SocketTimeoutException("was not done in time");
    }

    private CloseableHttpClient client(boolean checked) {
        return clients.computeIfAbsent(
                checked, known -> HttpConnections.client(known ? checking.get() : trusting.get(), known));
    }

    @Override
    public void close() {
        closed = true;
        watchdog.close();
        clients.values().forEach(client -> client.close(CloseMode.IMMEDIATE));
    }
}
