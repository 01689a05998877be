package org.symbolon.api.kernel.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;

/**
 * Lets a request pass when its body is there. Who sends slowly, or stops in the midst, holds a connection and a little memory
 * but none of the threads that answer, and that for a bounded time ({@link ArrivalWatch}).
 */
@Component
@FilterRegistration(
        name = "bodies",
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
final class BodyFilter extends HttpFilter {

    /** One byte more than the largest that is read, so that one can see that it is too large. */
    static final int MOST_KEPT = (4 << 20) + 1;

    private static final int MOST_AT_HAND = 64 << 10;
    private static final long MOST_READ = 16 << 20;
    /** The API's servlet sees the request as it came; Tomcat must not try to understand its path once more. */
    static final String ANY_PATH = "/-";

    private static final String ARRIVED = BodyFilter.class.getName() + ".ARRIVED";

    private final transient ArrivalWatch watch;
    private final transient BodyMemory memory;
    private final transient LargeUploads large;

    BodyFilter(ArrivalWatch watch, BodyMemory memory, LargeUploads large) {
        this.watch = watch;
        this.memory = memory;
        this.large = large;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(ARRIVED) instanceof ReceivedBody received) {
            try {
                chain.doFilter(received, response);
            } finally {
                received.drop();
            }
            return;
        }
        long announced = request.getContentLengthLong();
        if (announced == 0 || (announced < 0 && request.getHeader("Transfer-Encoding") == null)) {
            chain.doFilter(request, response);
            return;
        }
        if ((announced < 0 || announced > MOST_KEPT) && large.mayBring(request, announced)) {
            awaitLarge(request);
            return;
        }
        if (announced > MOST_READ) {
            chain.doFilter(ReceivedBody.broken(request), response);
            return;
        }
        byte[] first = atHand(request.getInputStream(), announced);
        if (first.length == announced) {
            chain.doFilter(ReceivedBody.of(request, first), response);
        } else {
            await(request, first, new KeptBody.InMemory(memory, first.length, MOST_KEPT, ArrivingBody.PIECE));
        }
    }

    /** Whose body was read already passes when it comes back, as it came and with no body. */
    static void passAgain(HttpServletRequest request) {
        request.setAttribute(ARRIVED, ReceivedBody.of(request, new byte[0]));
    }

    /** What came together with the header: most bodies, as a whole. */
    private static byte[] atHand(ServletInputStream input, long announced) throws IOException {
        if (announced < 0 || announced > MOST_AT_HAND) {
            return new byte[0];
        }
        byte[] bytes = new byte[(int) announced];
        int length = 0;
        while (length < bytes.length && input.available() > 0) {
            int read = input.read(bytes, length, bytes.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void awaitLarge(HttpServletRequest request) throws IOException {
        await(request, new byte[0], large.begin().orElse(KeptBody.NOWHERE));
    }

    private void await(HttpServletRequest request, byte[] first, KeptBody kept) throws IOException {
        AsyncContext waiting = request.startAsync();
        waiting.setTimeout(0);
        ServletInputStream input = request.getInputStream();
        ArrivingBody body = new ArrivingBody(waiting, input, first, kept, this::goOn, this::giveUp);
        watch.begin(body);
        input.setReadListener(body);
    }

    private void goOn(ArrivingBody body) {
        watch.end(body);
        AsyncContext waiting = body.request();
        HttpServletRequest request = (HttpServletRequest) waiting.getRequest();
        if (body.isCrowdedOut()) {
            watch.refuse(body, ApiException.busy());
            return;
        }
        request.setAttribute(ARRIVED, ReceivedBody.of(request, body.kept()));
        if (request.getHttpServletMapping().getServletName().equals(ApiServlet.NAME)) {
            waiting.dispatch(ANY_PATH);
        } else {
            waiting.dispatch();
        }
    }

    private void giveUp(ArrivingBody body) {
        watch.end(body);
        body.kept().drop();
        body.request().complete();
    }
}
