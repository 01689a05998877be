package org.symbolon.server.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form in which every list of pages is answered. */
public final class PageJson {

    private PageJson() {}

    /** The page's elements under their name, how many there are in all, and which pages are before and after. */
    public static Map<String, Object> of(String name, List<?> elements, long count, int page, int size) {
        Map<String, Object> json = new HashMap<>();
        json.put(name, elements);
        json.put("count", count);
        json.put("current", page);
        json.put("prev", page > 1 ? page - 1 : null);
        json.put("next", (long) Math.max(page, 1) * size < count ? page + 1 : null);
        return json;
    }
}
