package org.symbolon.api.kernel.servlet;

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

    private final EnvelopeWriter envelopes;

    MalformedRequestPage(EnvelopeWriter envelopes) {
        this.envelopes = envelopes;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
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
