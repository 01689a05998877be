package org.symbolon.api.management;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.servlet.ManagementPort;

/** Lets nothing but health and metrics through from the port for those who watch: nobody guards it as the API is guarded. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@FilterRegistration(name = "management", urlPatterns = "/*")
final class ManagementFilter extends HttpFilter {

    private final transient ManagementPort port;

    ManagementFilter(ManagementPort port) {
        this.port = port;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (port.isWhereFrom(request)
                && !isForWatchers(request.getHttpServletMapping().getServletName())) {
            response.setStatus(404);
            response.setContentLength(0);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isForWatchers(String servlet) {
        return servlet.equals(HealthServlet.NAME) || servlet.equals(MetricsServlet.NAME);
    }
}
