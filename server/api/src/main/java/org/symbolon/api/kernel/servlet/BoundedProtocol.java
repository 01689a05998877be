package org.symbolon.api.kernel.servlet;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * HTTP/1.1 as Tomcat speaks it, with bounds that it lacks: connections of one address, the time that a header takes in all,
 * and no thread ever reads the rest of a body that nobody wanted.
 */
public final class BoundedProtocol extends Http11NioProtocol {

    private final BoundedEndpoint endpoint;

    /** Made by Tomcat, by its name. */
    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** So many connections each address may hold that is not exempt. */
    void connectionsPerAddress(int most, Predicate<InetAddress> exempt) {
        endpoint.bound(most, exempt);
    }

    /** Answers how many connections were closed. */
    int closeLateHeaders(Duration most) {
        return endpoint.closeLateHeaders(most);
    }

    /** How many connections were not accepted since this was asked last. */
    int turnedAway() {
        return endpoint.turnedAway();
    }

    double connections() {
        return endpoint.getConnectionCount();
    }

    double busyThreads() {
        return endpoint.getCurrentThreadsBusy();
    }

    double mostThreads() {
        return endpoint.getMaxThreads();
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(adapter == null ? null : new Unswallowing(adapter));
    }

    /** An unread rest of a body ends the connection. */
    private record Unswallowing(Adapter adapter) implements Adapter {

        @Override
        public void service(Request request, Response response) throws Exception {
            adapter.service(request, response);
            leaveTheRest(request);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
            boolean goesOn = adapter.asyncDispatch(request, response, event);
            leaveTheRest(request);
            return goesOn;
        }

        private static void leaveTheRest(Request request) {
            if (!is(request, ActionCode.ASYNC_IS_ASYNC) && !is(request, ActionCode.REQUEST_BODY_FULLY_READ)) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }

        private static boolean is(Request request, ActionCode question) {
            AtomicBoolean answer = new AtomicBoolean();
            request.action(question, answer);
            return answer.get();
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }
    }
}
