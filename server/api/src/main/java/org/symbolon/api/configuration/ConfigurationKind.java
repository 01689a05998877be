package org.symbolon.api.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.api.kernel.Shape;

/**
 * One kind of what administrators configure, as files have it: in the words of the API, where each thing has a name and fields. What a
 * file leaves out is as it is with a new thing, so that nothing that counts stands outside the files.
 */
interface ConfigurationKind {

    /** What files call it. */
    String name();

    /** Its fields, with what counts where one is not given. */
    Shape shape();

    /** What there is, in an order that stays. */
    List<ConfiguredItem> present();

    /** What makes two names the same. */
    default String key(String name) {
        return name;
    }

    /** Fields that are maps of which a change writes some entries and the others stay, as the API has it. */
    default Set<String> keeping() {
        return Set.of();
    }

    /** Whether an entry of a map is a secret, so that it must not stand in a file. */
    default boolean isSecret(String field, String entry, Map<String, Object> fields) {
        return false;
    }

    /** The fields as {@link ConfiguredItem} would have them, from those that the shape has let pass; refuses what cannot be. */
    default Map<String, Object> normal(GivenItem given, Map<String, Object> fields, Optional<ConfiguredItem> present) {
        return fields;
    }

    /** In which order those of one turn are saved: the same for everybody, so that no two lock each other out. */
    default Comparator<String> order() {
        return Comparator.naturalOrder();
    }

    /** Which of several is saved first, the smallest; for those that take something from another. */
    default int turn(Map<String, Object> fields) {
        return 0;
    }

    /** What makes one, or changes it. */
    List<ItemStep> save(String name, Map<String, Object> fields, Optional<ConfiguredItem> present);

    /** What deletes one. */
    Object deletion(ConfiguredItem present);
}
