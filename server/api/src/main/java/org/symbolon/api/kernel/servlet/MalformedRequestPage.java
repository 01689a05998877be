package org.symbolon.api.kernel.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.wire.EnvelopeWriter;
import org.symbolon.api.kernel.wire.HtmlPage;

/**
 * Answers what Tomcat refuses before the servlet sees it: request lines and bodies that are no HTTP get the wire format's
 * error, everything else a page that tells nothing of the server.
 */
final class MalformedRequestPage extends ErrorReportValve {

    private static final String SENDER = MalformedRequestPage.class.getName() + ".SENDER";

    private final EnvelopeWriter envelopes;

    MalformedRequestPage(EnvelopeWriter envelopes) {
        this.envelopes = envelopes;
    }

    /** Answers now a request whose body turns out to be no HTTP while it is read: Tomcat ends its connection without a word. */
    static void send(ServletRequest request) {
        ((Runnable) request.getAttribute(SENDER)).run();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(SENDER, (Runnable) () -> {
            response.setSuspended(false);
            send(400, response);
        });
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        send(status, response);
    }

    private void send(int status, Response response) {
        try {
            answer(status).send(response.getResponse(), true);
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("The client did not wait for its error", gone);
        }
    }

    private Answer answer(int status) {
        if (status == 400) {
            return Answer.of(ApiException.parameter("The request is malformed."), "", envelopes);
        }
        return Answer.of(HtmlPage.of(status), Map.of());
    }
}
