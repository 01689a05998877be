package org.symbolon.api.kernel.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletRegistration;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.PostponedRequests;
import org.symbolon.api.kernel.route.RouteMatch;
import org.symbolon.api.kernel.route.RouteTable;
import org.symbolon.api.kernel.wire.HtmlPage;

/**
 * The one servlet of the server: finds the route of a request and hands it to the pipeline. There is no web framework
 * above it, since the wire format's own rules (parameters, errors, redirects) leave nothing for one to do.
 */
@Component
@ServletRegistration(name = ApiServlet.NAME, urlMappings = "/*", loadOnStartup = 1)
final class ApiServlet extends HttpServlet {

    static final String NAME = "api";

    private final transient RouteTable routes;
    private final transient RequestPipeline pipeline;
    private final transient Faults faults;
    private final transient Farewell farewell;
    private final transient RequestMeters meters;
    private final transient PostponedRequests postponed;

    ApiServlet(
            RouteTable routes,
            RequestPipeline pipeline,
            Faults faults,
            Farewell farewell,
            RequestMeters meters,
            PostponedRequests postponed) {
        this.routes = routes;
        this.pipeline = pipeline;
        this.faults = faults;
        this.farewell = farewell;
        this.meters = meters;
        this.postponed = postponed;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean withBody = !request.getMethod().equals("HEAD");
        try {
            Answer answer = answer(request);
            if (answer.putOff() != null) {
                answer.putOff().begin(request, postponed);
                return;
            }
            farewell.say(response);
            RequestMarks.tell(request, response);
            answer.send(response, withBody);
        } catch (RuntimeException fault) {
            faults.log("The body of an answer could not be made", fault);
            instead(response, withBody);
        }
    }

    /** An error if nothing has left yet; else the connection must break, or half a body would look like a whole. */
    private void instead(HttpServletResponse response, boolean withBody) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("The answer broke off");
        }
        response.reset();
        pipeline.refuse(ApiException.internal()).send(response, withBody);
    }

    private Answer answer(HttpServletRequest request) {
        RouteMatch match;
        try {
            match = routes.match(request.getMethod(), request.getRequestURI());
        } catch (ApiException malformed) {
            return counted(pipeline.refuse(malformed));
        }
        return match instanceof RouteMatch.Found found
                ? pipeline.answer(found, request)
                : counted(page(match, request));
    }

    private Answer counted(Answer answer) {
        meters.answeredWithoutRoute(answer.status());
        return answer;
    }

    private static Answer page(RouteMatch match, HttpServletRequest request) {
        if (match instanceof RouteMatch.WrongMethod wrong) {
            return Answer.of(HtmlPage.of(405), Map.of("Allow", wrong.allow()));
        }
        if (match instanceof RouteMatch.Options options) {
            return Answer.of(200, HtmlPage.CONTENT_TYPE, Map.of("Allow", options.allow()), new byte[0]);
        }
        if (match instanceof RouteMatch.MissingSlash) {
            return Answer.of(HtmlPage.of(308), Map.of("Location", slashed(request)));
        }
        return Answer.of(HtmlPage.of(404), Map.of());
    }

    /** Without scheme and host, which the request could forge. */
    private static String slashed(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + "/" + (query == null ? "" : "?" + query);
    }
}
