package org.symbolon.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.symbolon.api.kernel.ClientAddress;
import org.symbolon.api.kernel.RequestHeaders;
import org.symbolon.api.kernel.servlet.PageServlet;
import org.symbolon.events.shared.Caller;
import org.symbolon.policy.LoginPageLooks;
import org.symbolon.policy.asking.Occasion;

/**
 * Serves the page that people log in on and what belongs to it. The page looks as policies want it; what is done on it goes
 * over the API like everything else.
 */
public final class WebuiServlet extends PageServlet {

    public static final String FOLDER = "/webui";

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
                    + " trusted-types 'none'",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final transient Function<Occasion, LoginPageLooks> looks;
    private final transient ClientAddress addresses;
    private final transient LoginPage page;
    private final transient Map<String, Content> files = new TreeMap<>();

    public WebuiServlet(Function<Occasion, LoginPageLooks> looks, ClientAddress addresses) {
        super(HEADERS);
        this.looks = looks;
        this.addresses = addresses;
        this.page = new LoginPage(
                Content.resource("text/html", FOLDER + "/page.html").text());
        add("page.css", "text/css; charset=utf-8");
        add("icon.svg", "image/svg+xml");
        List.of("page.js", "api.js", "dom.js", "tokens.js", "enrolment.js", "idle.js", "key.js", "phone.js")
                .forEach(name -> add(name, SCRIPT));
    }

    private void add(String name, String type) {
        files.put(FOLDER + "/" + name, Content.resource(type, FOLDER + "/" + name));
    }

    @Override
    protected Content at(HttpServletRequest request) {
        if (!request.getServletPath().isEmpty()) {
            return files.get(request.getRequestURI());
        }
        LoginPageLooks wanted = looks.apply(occasion(request));
        return Content.html(page.html(wanted)).with("Cache-Control", "no-store");
    }

    /** Nobody is known who opens the page. */
    private Occasion occasion(HttpServletRequest request) {
        RequestHeaders headers = name -> Collections.list(request.getHeaders(name));
        String client = addresses.of(request.getRemoteAddr(), headers.joined("X-Forwarded-For"), Optional.empty());
        return new Occasion(Caller.ANONYMOUS, request.getMethod(), client, request::getHeader, Optional.empty());
    }
}
