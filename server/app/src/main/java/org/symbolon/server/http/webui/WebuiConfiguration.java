package org.symbolon.server.http.webui;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.server.http.ClientAddress;
import org.symbolon.server.http.RequestPolicing;

/** Wires the page that people log in on. */
@Configuration(proxyBeanMethods = false)
public class WebuiConfiguration {

    /** A bare {@code off} in a YAML file arrives as {@code false}. */
    private static final Set<String> OFF = Set.of("off", "false");

    @Bean
    ServletRegistrationBean<WebuiServlet> webuiServlet(
            RequestPolicing policing, ClientAddress addresses, @Value("${symbolon.webui:on}") String wanted) {
        ServletRegistrationBean<WebuiServlet> registration =
                new ServletRegistrationBean<>(new WebuiServlet(policing, addresses), "", WebuiServlet.FOLDER + "/*");
        registration.setName("webui");
        registration.setEnabled(!OFF.contains(wanted));
        return registration;
    }
}
