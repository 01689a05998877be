package org.symbolon.command.realm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.realm.SaveRealm.Saved;
import org.symbolon.command.realm.port.Realms;
import org.symbolon.command.shared.DecidedSoFar;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.realm.RealmMember;

/** What administrators do to realms. The only realm there is becomes the default, and so does the last one left. */
public class RealmCommands {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_\\-.]+");

    private final Repository<Realm> realms;
    private final Repository<SystemConfig> configs;
    private final Realms known;

    public RealmCommands(Repository<Realm> realms, Repository<SystemConfig> configs, Realms known) {
        this.realms = realms;
        this.configs = configs;
        this.known = known;
    }

    /** The name under which a realm is kept: lower case, without blanks around, with hyphens for blanks inside. */
    public static String normalised(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    @CommandHandler
    public Saved handle(SaveRealm command) throws Exception {
        String name = normalised(command.name());
        if (!NAME.matcher(name).matches()) {
            throw Refusal.parameter("Invalid realm name. Must comply to [A-Za-z0-9_\\-.]+.");
        }
        Limits.check("realm", name, Limits.REALM_NAME);
        List<RealmMember> members = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (RealmMember asked : command.resolvers()) {
            DecidedSoFar.resolver(asked.resolver())
                    .or(() -> known.resolver(asked.resolver()))
                    .ifPresentOrElse(
                            found -> members.add(new RealmMember(found, asked.priority())),
                            () -> failed.add(asked.resolver()));
        }
        Set<String> others = DecidedSoFar.realms(known.names());
        Aggregate<Realm> realm = realms.loadOrCreate(Realm.idOf(name), Realm::new);
        if (realm.invoke(Realm::present)) {
            realm.execute(found -> found.replaceResolvers(members));
        } else {
            int number = known.nextRealmId();
            realm.execute(found -> found.create(name, number, members));
        }
        if (others.isEmpty() || others.equals(Set.of(name))) {
            config().execute(found -> found.changeDefaultRealm(name));
        }
        List<String> added = members.stream().map(RealmMember::resolver).toList();
        DecidedSoFar.noteRealm(name, added);
        return new Saved(added, failed);
    }

    /** The number of the deleted realm. */
    @CommandHandler
    public int handle(DeleteRealm command) throws Exception {
        String name = normalised(command.name());
        Aggregate<Realm> realm = load(name);
        realm.execute(Realm::delete);
        Aggregate<SystemConfig> config = config();
        String formerDefault = config.invoke(SystemConfig::defaultRealm);
        DecidedSoFar.noteRealmGone(name);
        Set<String> left = new TreeSet<>(DecidedSoFar.realms(known.names()));
        left.remove(name);
        boolean noDefault = formerDefault == null || formerDefault.equals(name);
        if (noDefault) {
            String heir = left.size() == 1 ? left.iterator().next() : null;
            config.execute(found -> found.changeDefaultRealm(heir));
        }
        return realm.invoke(Realm::realmId);
    }

    /** The number of the realm. */
    @CommandHandler
    public int handle(ChangeDefaultRealm command) throws Exception {
        String name = normalised(command.name());
        int number = load(name).invoke(Realm::realmId);
        config().execute(found -> found.changeDefaultRealm(name));
        return number;
    }

    /** The number of the realm that was the default. */
    @CommandHandler
    public int handle(ClearDefaultRealm command) throws Exception {
        Aggregate<SystemConfig> config = config();
        String former = config.invoke(SystemConfig::defaultRealm);
        if (former == null) {
            throw Refusal.configAdmin("There is no default realm.");
        }
        config.execute(found -> found.changeDefaultRealm(null));
        return load(former).invoke(Realm::realmId);
    }

    private Aggregate<SystemConfig> config() throws Exception {
        return configs.loadOrCreate(SystemConfig.ID, SystemConfig::new);
    }

    private Aggregate<Realm> load(String name) {
        try {
            Aggregate<Realm> realm = realms.load(Realm.idOf(name));
            if (realm.invoke(Realm::present)) {
                return realm;
            }
        } catch (AggregateNotFoundException e) {
            // answered below, as for one that was deleted
        }
        throw Refusal.notFound("The requested Realm could not be found.");
    }
}
