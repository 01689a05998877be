package org.symbolon.api.configuration;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** All kinds, in the order in which they are saved: none names what comes behind it. They are deleted the other way round. */
@Component
final class ConfigurationKinds {

    private static final List<String> ORDER = List.of(
            "config",
            "resolver",
            "realm",
            "machineresolver",
            "caconnector",
            "smtpserver",
            "smsgateway",
            "radiusserver",
            "radiusclient",
            "edumfaserver",
            "serviceid",
            "tokengroup",
            "event",
            "periodictask",
            "feed",
            "policy");

    private final List<ConfigurationKind> kinds;

    ConfigurationKinds(List<ConfigurationKind> kinds) {
        this.kinds = kinds.stream()
                .sorted(Comparator.comparingInt(kind -> ORDER.indexOf(kind.name())))
                .toList();
    }

    List<ConfigurationKind> inOrder() {
        return kinds;
    }
}
