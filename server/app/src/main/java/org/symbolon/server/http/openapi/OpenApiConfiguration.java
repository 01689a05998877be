package org.symbolon.server.http.openapi;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Route;

/** Wires the description of the API. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    @Bean
    ServletRegistrationBean<OpenApiServlet> openApiServlet(
            ObjectProvider<Endpoint> endpoints, ObjectProvider<BuildProperties> build) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
        ServletRegistrationBean<OpenApiServlet> registration = new ServletRegistrationBean<>(
                new OpenApiServlet(() -> routes(endpoints), version),
                OpenApiServlet.DOCUMENT,
                OpenApiServlet.FOLDER + "/*");
        registration.setName("openapi");
        return registration;
    }

    private static List<Route> routes(ObjectProvider<Endpoint> endpoints) {
        return endpoints
                .orderedStream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .toList();
    }
}
