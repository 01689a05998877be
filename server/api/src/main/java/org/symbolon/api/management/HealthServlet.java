package org.symbolon.api.management;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletRegistration;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.servlet.Farewell;
import org.symbolon.api.kernel.servlet.ManagementPort;
import org.symbolon.api.kernel.servlet.PageServlet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells balancers and whoever restarts servers how it is: 200 or 503. No row is written and the database is not asked, so that
 * nothing has to be free for an answer. Why it is not ready, and that events cannot be read, is told on the port for those who watch
 * alone.
 */
@Component
@ServletRegistration(name = HealthServlet.NAME, urlMappings = HealthServlet.FOLDER + "*")
final class HealthServlet extends PageServlet {

    static final String NAME = "health";
    static final String FOLDER = "/health/";

    private static final String JSON = "application/json";

    private final transient Farewell farewell;
    private final transient DatabasePresence database;
    private final transient LackingEvents lacking;
    private final transient ManagementPort port;

    HealthServlet(Farewell farewell, DatabasePresence database, LackingEvents lacking, ManagementPort port) {
        super(Map.of());
        this.farewell = farewell;
        this.database = database;
        this.lacking = lacking;
        this.port = port;
    }

    @Override
    protected Content at(HttpServletRequest request) {
        return switch (request.getRequestURI()) {
            case FOLDER + "live" -> content(true, Map.of());
            case FOLDER + "started" -> content(farewell.hasBegun(), Map.of());
            case FOLDER + "ready" -> content(isReady(), port.isWhereFrom(request) ? reasons() : Map.of());
            default -> null;
        };
    }

    private boolean isReady() {
        return farewell.isRunning() && !database.isAway();
    }

    private Map<String, Object> reasons() {
        Map<String, Object> reasons = new LinkedHashMap<>();
        reasons.put("started", farewell.hasBegun());
        reasons.put("stopping", farewell.hasBegun() && !farewell.isRunning());
        reasons.put("database", database.isAway() ? "away" : "there");
        lacking.number().ifPresent(number -> reasons.put("unreadable_events", number));
        return reasons;
    }

    private static Content content(boolean well, Map<String, Object> reasons) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", well ? "UP" : "DOWN");
        body.putAll(reasons);
        return Content.of(JSON, JsonMapper.shared().writeValueAsString(body)).withStatus(well ? 200 : 503);
    }
}
