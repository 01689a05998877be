package org.symbolon.store.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code data_key}. Its rows are no events, so that a deleted one is gone for good. */
final class DataKeyTable {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;

    DataKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, byte[] wrapped) {
        jdbc.sql("insert into public.data_key (id, wrapped) values (?, ?)")
                .params(id, wrapped)
                .update();
    }

    void insertAll(Map<String, byte[]> wrapped) {
        jdbc.sql("insert into public.data_key (id, wrapped) select * from unnest(?, ?)")
                .params(
                        wrapped.keySet().toArray(String[]::new),
                        wrapped.values().toArray(byte[][]::new))
                .update();
    }

    Optional<byte[]> find(String id) {
        return jdbc.sql("select wrapped from public.data_key where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("wrapped"))
                .optional();
    }

    /** One of the keys, if there are any. */
    Optional<Map.Entry<String, byte[]>> any() {
        return after("", 1).stream().findFirst();
    }

    /** Those of these that are there. */
    Map<String, byte[]> findAll(Set<String> ids) {
        Map<String, byte[]> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, wrapped from public.data_key where id = any(?)")
                    .param(ids.toArray(String[]::new))
                    .query(row -> {
                        found.put(row.getString("id"), row.getBytes("wrapped"));
                    });
        }
        return found;
    }

    void delete(String id) {
        jdbc.sql("delete from public.data_key where id = ?").param(id).update();
    }

    /** Replaces every wrapped key while no other may be added, and answers how many there are. */
    int replaceAll(BiFunction<String, byte[], byte[]> replacement) {
        jdbc.sql("lock table public.data_key in share row exclusive mode").update();
        int replaced = 0;
        String last = "";
        List<Map.Entry<String, byte[]>> batch = after(last, BATCH);
        while (!batch.isEmpty()) {
            replace(batch, replacement);
            replaced += batch.size();
            last = batch.get(batch.size() - 1).getKey();
            batch = after(last, BATCH);
        }
        return replaced;
    }

    private List<Map.Entry<String, byte[]>> after(String id, int most) {
        return jdbc.sql("select id, wrapped from public.data_key where id > ? order by id limit ?")
                .params(id, most)
                .query((row, number) -> Map.entry(row.getString("id"), row.getBytes("wrapped")))
                .list();
    }

    private void replace(List<Map.Entry<String, byte[]>> batch, BiFunction<String, byte[], byte[]> replacement) {
        String[] ids = batch.stream().map(Map.Entry::getKey).toArray(String[]::new);
        byte[][] wrapped = batch.stream()
                .map(row -> replacement.apply(row.getKey(), row.getValue()))
                .toArray(byte[][]::new);
        jdbc.sql("update public.data_key set wrapped = fresh.wrapped"
                        + " from unnest(?, ?) as fresh (id, wrapped) where data_key.id = fresh.id")
                .params(ids, wrapped)
                .update();
    }
}
