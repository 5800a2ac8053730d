/**
 * Everything in the database as one file, and back. Doors: {@link io.sallyport.platform.backup.BackupWriter} and
 * {@link io.sallyport.platform.backup.BackupReader}. The file is a ZIP of one {@code COPY} text for each table and a
 * {@code manifest.json} with counts and checksums.
 */
@NamedInterface("backup")
@NullMarked
package io.sallyport.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
