package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.connectors.passwordhash.HashType;
import org.symbolon.events.shared.Secret;

/** A directory whose users can be changed. Only what the mapping names is written. */
final class EditableLdapStore extends LdapStore implements EditableUserStore {

    private final Random random;

    EditableLdapStore(LdapDirectory directory, LdapUserSettings settings, Clock clock, Random random) {
        super(directory, settings, clock);
        this.random = random;
    }

    @Override
    public String add(Map<String, String> attributes) {
        requireOpen();
        String login = attributes.getOrDefault(LdapUserSettings.USERNAME, "");
        if (login.isBlank() || withLogin(login).isPresent()) {
            throw refused("a user needs a login of his own");
        }
        Entry entry = entry(attributes);
        change(() -> directory().change(connection -> connection.add(entry)));
        return withLogin(login)
                .map(StoredUser::userId)
                .orElseThrow(() -> refused("the new user does not fit LDAPSEARCHFILTER, or has no UIDTYPE"));
    }

    private Entry entry(Map<String, String> attributes) {
        Entry entry = new Entry(dn(attributes));
        entry.addAttribute("objectClass", settings().objectClasses());
        attributes.forEach((name, value) -> attribute(name)
                .filter(attribute -> !value.isEmpty())
                .ifPresent(attribute -> entry.addAttribute(attribute, value)));
        addNamingAttributes(entry);
        return entry;
    }

    /** An entry has what its name says (X.501, 9.3), whether the mapping says it or not. */
    private static void addNamingAttributes(Entry entry) {
        try {
            for (Attribute naming : entry.getRDN().getAttributes()) {
                entry.addAttribute(naming);
            }
        } catch (LDAPException malformed) {
            throw refused("DN_TEMPLATE makes no distinguished name");
        }
    }

    private DN dn(Map<String, String> attributes) {
        String dn = settings().dnTemplate();
        for (String tag : List.of(LdapUserSettings.USERNAME, "givenname", "surname")) {
            dn = dn.replace("<" + tag + ">", escaped(attributes.getOrDefault(tag, "")));
        }
        try {
            DN made = new DN(dn.replace("<basedn>", settings().base().toString()));
            if (made.isDescendantOf(settings().base(), false)) {
                return made;
            }
        } catch (LDAPException malformed) {
            throw refused("DN_TEMPLATE makes no distinguished name");
        }
        throw refused("DN_TEMPLATE makes no name below LDAPBASE");
    }

    /** As a value in a distinguished name, so that nobody chooses his place in the directory by his name (RFC 4514, 2.4). */
    private static String escaped(String value) {
        return value.isEmpty() ? "" : new RDN("cn", value).toString().substring("cn=".length());
    }

    private Optional<String> attribute(String name) {
        return name.equals(LdapUserSettings.USERNAME)
                ? Optional.of(settings().logins().get(0))
                : Optional.ofNullable(settings().mapping().get(name));
    }

    @Override
    public boolean update(String userId, Map<String, String> attributes) {
        List<Modification> changes = new ArrayList<>();
        attributes.forEach(
                (name, value) -> attribute(name).ifPresent(attribute -> changes.add(replace(attribute, value))));
        return modify(userId, changes);
    }

    private static Modification replace(String attribute, String value) {
        return value.isEmpty()
                ? new Modification(ModificationType.REPLACE, attribute)
                : new Modification(ModificationType.REPLACE, attribute, value);
    }

    @Override
    public boolean setPassword(String userId, Secret password) {
        if (settings().passwordAttribute().isEmpty()) {
            throw refused("USERINFO maps no attribute for the password");
        }
        if (password.isEmpty()) {
            throw refused("an empty password is none");
        }
        return modify(userId, List.of(replace(settings().passwordAttribute(), HashType.SSHA.hash(password, random))));
    }

    private boolean modify(String userId, List<Modification> changes) {
        Optional<LdapUser> user = withId(userId);
        if (user.isPresent() && !changes.isEmpty()) {
            change(() -> directory()
                    .change(connection -> connection.modify(user.get().dn(), changes)));
            forget(userId);
        }
        return user.isPresent();
    }

    @Override
    public boolean delete(String userId) {
        Optional<LdapUser> user = withId(userId);
        user.ifPresent(known -> {
            change(() -> directory().change(connection -> connection.delete(known.dn())));
            forget(userId);
        });
        return user.isPresent();
    }

    /** A change of the directory. */
    @FunctionalInterface
    private interface Change {
        void make() throws LDAPException;
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (LDAPException refused) {
            throw refused("the directory " + LdapFailures.of(refused));
        }
    }

    private static UserChangeRefusedException refused(String why) {
        return new UserChangeRefusedException("The user was not changed: " + why, null);
    }
}
