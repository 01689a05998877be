package org.symbolon.server.http.webui;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.server.http.ClientAddress;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.policy.LoginPagePolicies;
import org.symbolon.server.policy.asking.Policies;

/** Wires the page that people log in on. */
@Configuration(proxyBeanMethods = false)
public class WebuiConfiguration {

    /** A bare {@code off} in a YAML file arrives as {@code false}. */
    private static final Set<String> OFF = Set.of("off", "false");

    /** None of the API's: it is what policies know the page by. */
    @Bean
    Route loginPage() {
        return Route.open("GET", "/", request -> Reply.empty(204)).asks(LoginPagePolicies.ACTIONS);
    }

    @Bean
    ServletRegistrationBean<WebuiServlet> webuiServlet(
            LoginPagePolicies looks,
            Policies policies,
            ClientAddress addresses,
            @Value("${symbolon.webui:on}") String wanted) {
        ServletRegistrationBean<WebuiServlet> registration = new ServletRegistrationBean<>(
                new WebuiServlet(asked -> looks.looks(policies.at(asked, name -> {})), addresses),
                "",
                WebuiServlet.FOLDER + "/*");
        registration.setName("webui");
        registration.setEnabled(!OFF.contains(wanted));
        return registration;
    }
}
