package org.symbolon.query.shared;

/**
 * Which part of a list is asked for. What comes before the first page is the first page, and a page has a row at least.
 *
 * @param page number of the page, from 1
 * @param size rows on a page
 */
public record Paging(int page, int size) {

    public Paging {
        page = Math.max(1, page);
        size = Math.max(1, size);
    }

    /** How many rows come before the page. */
    public long offset() {
        return (page - 1L) * size;
    }
}
