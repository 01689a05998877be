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
    private static final String ANY_PATH = "/-";

    private static final String ARRIVED = BodyFilter.class.getName() + ".ARRIVED";

    private final transient ArrivalWatch watch;
    private final transient BodyMemory memory;

    BodyFilter(ArrivalWatch watch, BodyMemory memory) {
        this.watch = watch;
        this.memory = memory;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(ARRIVED) instanceof ReceivedBody received) {
            chain.doFilter(received, response);
            return;
        }
        long announced = request.getContentLengthLong();
        if (announced == 0 || (announced < 0 && request.getHeader("Transfer-Encoding") == null)) {
            chain.doFilter(request, response);
            return;
        }
        if (announced > MOST_READ) {
            chain.doFilter(new ReceivedBody(request, new byte[0], true), response);
            return;
        }
        byte[] first = atHand(request.getInputStream(), announced);
        if (first.length == announced) {
            chain.doFilter(new ReceivedBody(request, first, false), response);
        } else {
            await(request, first);
        }
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

    private void await(HttpServletRequest request, byte[] first) throws IOException {
        AsyncContext waiting = request.startAsync();
        waiting.setTimeout(0);
        ServletInputStream input = request.getInputStream();
        ArrivingBody body = new ArrivingBody(waiting, input, first, MOST_KEPT, memory, this::goOn, this::giveUp);
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
        request.setAttribute(ARRIVED, new ReceivedBody(request, body.bytes(), false));
        if (request.getHttpServletMapping().getServletName().equals(ApiServlet.NAME)) {
            waiting.dispatch(ANY_PATH);
        } else {
            waiting.dispatch();
        }
    }

    private void giveUp(ArrivingBody body) {
        watch.end(body);
        body.request().complete();
    }
}
