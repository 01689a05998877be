package org.symbolon.server.http.servlet;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.server.http.ClientAddress;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.ProxySetting;
import org.symbolon.server.http.RequestAudit;
import org.symbolon.server.http.RequestIdentity;
import org.symbolon.server.http.RequestPolicing;
import org.symbolon.server.http.ServerKeys;
import org.symbolon.server.http.login.LoginRevocations;
import org.symbolon.server.http.login.LoginTokens;
import org.symbolon.server.http.login.RequestLogin;
import org.symbolon.server.http.route.RouteTable;
import org.symbolon.server.http.wire.EnvelopeWriter;
import org.symbolon.server.http.wire.ResponseSigner;
import org.symbolon.server.http.wire.SignatureMode;
import org.symbolon.server.http.wire.WireVersion;

/** Puts the HTTP edge together from the endpoints, keys and hooks that the rest of the server brings. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {

    @Bean
    RouteTable routeTable(List<Endpoint> endpoints) {
        return new RouteTable(endpoints);
    }

    @Bean
    LoginTokens loginTokens(ServerKeys keys, Clock clock) {
        return new LoginTokens(keys.loginTokenKey(), clock);
    }

    @Bean
    RequestLogin requestLogin(LoginTokens tokens, LoginRevocations revocations) {
        return new RequestLogin(tokens, revocations);
    }

    @Bean
    EnvelopeWriter envelopeWriter(
            ServerKeys keys,
            Clock clock,
            @Value("${symbolon.response-signature:always}") String signature,
            @Value("${symbolon.wire-version:2.10.0}") String version) {
        ResponseSigner signer = new ResponseSigner(keys.responseKey(), SignatureMode.of(signature));
        return new EnvelopeWriter(signer, new WireVersion(version), clock);
    }

    @Bean
    ClientAddress clientAddress(ProxySetting setting) {
        return new ClientAddress(setting);
    }

    @Bean
    RequestPipeline requestPipeline(
            RequestLogin login,
            RequestIdentity identity,
            RequestPolicing policing,
            RequestAudit audit,
            ClientAddress addresses,
            EnvelopeWriter envelopes,
            Faults faults) {
        return new RequestPipeline(login, identity, policing, audit, addresses, envelopes, faults);
    }

    @Bean
    Faults faults(StoreFaults store) {
        return new Faults(store);
    }

    @Bean
    ServletRegistrationBean<ApiServlet> apiServlet(RouteTable routes, RequestPipeline pipeline, Faults faults) {
        ServletRegistrationBean<ApiServlet> registration =
                new ServletRegistrationBean<>(new ApiServlet(routes, pipeline, faults), "/*");
        registration.setName("api");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    TomcatEdge tomcatEdge(EnvelopeWriter envelopes) {
        return new TomcatEdge(envelopes);
    }
}
