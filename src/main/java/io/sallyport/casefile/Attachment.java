package io.sallyport.casefile;

/**
 * What is known of a file that came with a message; its bytes are not kept in the record.
 *
 * @param bytes size in bytes
 */
public record Attachment(String name, String mediaType, long bytes) {}
