package org.symbolon.api.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form in which every list of pages is answered. */
public final class PageJson {

    /** The parameters of every list of pages but the audit's. */
    public static final Shape PARAMETERS = Shape.fields("")
            .with("page", Shape.number("Which page, from 1.").or(1))
            .with(
                    "pagesize",
                    Shape.number("How many a page has; 0 for as many as usual.").or(15));

    private PageJson() {}

    public static Shape shape(String name, Shape element) {
        return Shape.fields("One page of several.")
                .with(name, Shape.listOf("What is on the page.", element))
                .with("count", Shape.number("How many there are in all."))
                .with("current", Shape.number("Which page this is."))
                .with("prev", Shape.number("The page before.").orNull())
                .with("next", Shape.number("The page behind.").orNull());
    }

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
