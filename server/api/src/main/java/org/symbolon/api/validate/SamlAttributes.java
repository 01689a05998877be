package org.symbolon.api.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;

/** What an identity provider that asks about a log-in is told of the user. A password hash is never part of it. */
@Component
public class SamlAttributes {

    private static final List<String> ALWAYS = List.of("email", "surname", "givenname", "mobile", "phone");

    private final UserDirectory directory;
    private final SystemSettings settings;

    public SamlAttributes(UserDirectory directory, SystemSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Map<String, Object> of(KnownUser user, boolean accepted) {
        boolean wanted = settings.flagUnlessDenied("ReturnSamlAttributes");
        if (!wanted || !(accepted || settings.flag("ReturnSamlAttributesOnFail"))) {
            return Map.of();
        }
        Map<String, Object> attributes = new HashMap<>();
        ALWAYS.forEach(name -> attributes.put(name, null));
        attributes.putAll(directory.infoOf(user));
        attributes.put("username", user.login());
        attributes.put("realm", user.realm());
        attributes.put("resolver", user.resolver());
        return attributes;
    }
}
