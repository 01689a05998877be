package org.symbolon.api.kernel.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.servlet.ServletRegistration;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.servlet.PageServlet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the description of the API: the document for programs and the page for people. Nothing of it depends on who asks.
 */
@Component
@ServletRegistration(
        name = "openapi",
        urlMappings = {OpenApiServlet.DOCUMENT, OpenApiServlet.FOLDER + "/*"})
final class OpenApiServlet extends PageServlet {

    static final String DOCUMENT = "/openapi.json";
    static final String FOLDER = "/openapi";

    private static final String STYLE = "/page.css";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private final transient ObjectProvider<Endpoint> endpoints;
    private final transient String version;
    private transient volatile Map<String, Content> contents;

    OpenApiServlet(ObjectProvider<Endpoint> endpoints, ObjectProvider<BuildProperties> build) {
        super(Map.of("Content-Security-Policy", POLICY));
        this.endpoints = endpoints;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
    }

    @Override
    protected Content at(HttpServletRequest request) {
        return request.getRequestURI().equals(FOLDER)
                ? Content.redirect(FOLDER + "/")
                : contents().get(request.getRequestURI());
    }

    /** Made once, when somebody asks first. */
    private Map<String, Content> contents() {
        if (contents == null) {
            List<Route> all = endpoints
                    .orderedStream()
                    .flatMap(endpoint -> endpoint.routes().stream())
                    .toList();
            String document = JsonMapper.shared().writeValueAsString(new OpenApiDocument(all, version).json());
            String page = new DescriptionPage(all, version).html();
            contents = Map.of(
                    DOCUMENT,
                    Content.of("application/json", document).lasting(),
                    FOLDER + "/",
                    Content.html(page).lasting(),
                    FOLDER + STYLE,
                    Content.resource("text/css; charset=utf-8", FOLDER + STYLE));
        }
        return contents;
    }
}
