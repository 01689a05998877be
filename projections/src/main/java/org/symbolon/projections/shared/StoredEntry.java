package org.symbolon.projections.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;

/** How a configuration entry lies in the columns "Value", "Type", "Description" and data_key, and comes back from them. */
public final class StoredEntry {

    private StoredEntry() {}

    public static String value(ConfigEntry entry) {
        return entry.isSecret() ? entry.secret().box() : entry.value();
    }

    public static String type(ConfigEntry entry) {
        return entry.isSecret() ? "password" : Objects.requireNonNullElse(entry.type(), "");
    }

    public static String description(ConfigEntry entry) {
        return Objects.requireNonNullElse(entry.description(), "");
    }

    /** The data key that opens the value, null beside a value in clear. */
    public static String dataKey(ConfigEntry entry) {
        return entry.isSecret() ? entry.secret().key() : null;
    }

    /** The entry in the current row. */
    public static ConfigEntry read(ResultSet row) throws SQLException {
        String dataKey = row.getString("data_key");
        String value = row.getString("Value");
        return new ConfigEntry(
                dataKey == null ? value : null,
                dataKey == null ? null : new Sealed(dataKey, value),
                row.getString("Type"),
                row.getString("Description"));
    }
}
