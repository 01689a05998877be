package org.symbolon.connectors.caconnector;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The profiles of an authority: a YAML file that names templates, each with {@code days} and {@code extensions}, as eduMFA has them. The
 * extensions are the name of a section of the configuration in openssl's form.
 */
final class Profiles {

    /** Where no template says anything. */
    static final Profile USUAL = new Profile(365, "server");

    private static final String DAYS = "days";
    private static final String EXTENSIONS = "extensions";

    private final Authority authority;
    private final AuthorityFiles files;

    Profiles(Authority authority, AuthorityFiles files) {
        this.authority = authority;
        this.files = files;
    }

    /**
     * For how long a certificate is valid, and what it says.
     *
     * @param extensions the name of a section
     */
    record Profile(int days, String extensions) {}

    /** All templates as they stand in the file. */
    Map<String, Object> all() {
        Optional<Path> file = files.templates();
        if (file.isEmpty()) {
            return Map.of();
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object read = new Yaml(new SafeConstructor(options)).load(files.read(file.get(), Trouble.DEFINITION));
            Map<String, Object> templates = new LinkedHashMap<>();
            ((Map<?, ?>) read).forEach((name, template) -> templates.put(name.toString(), template));
            return Collections.unmodifiableMap(templates);
        } catch (AuthorityException known) {
            throw known;
        } catch (RuntimeException malformed) {
            throw faulty("the file of templates cannot be read");
        }
    }

    /**
     * The profile of a template.
     *
     * @throws AuthorityException if there is no such template, or it cannot be followed
     */
    Profile named(Optional<String> template) {
        if (template.isEmpty()) {
            return USUAL;
        }
        if (!(all().get(template.get()) instanceof Map<?, ?> found)) {
            throw new AuthorityException(authority.name(), Trouble.DENIES, "there is no such template");
        }
        Object days = found.containsKey(DAYS) ? found.get(DAYS) : USUAL.days();
        Object section = found.containsKey(EXTENSIONS) ? found.get(EXTENSIONS) : USUAL.extensions();
        if (!(days instanceof Integer number)
                || number < 1
                || !section.toString().matches("[\\w.-]+")) {
            throw faulty("a template says something that cannot be followed");
        }
        return new Profile(number, section.toString());
    }

    private AuthorityException faulty(String more) {
        return new AuthorityException(authority.name(), Trouble.DEFINITION, more);
    }
}
