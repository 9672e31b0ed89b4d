import { text } from "node:stream/consumers";
import { open, type Entry, type ZipFile } from "yauzl";

/** The XML parts of a zip file by their names, as text. */
export function openPromise(file: string): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    open(file, { lazyEntries: true }, (error: Error | null, zip?: ZipFile) => {
      if (error || !zip) return reject(error ?? new Error(`${file} is no zip file`));
      const parts = new Map<string, string>();
      zip.on("error", reject);
      zip.on("end", () => resolve(parts));
      zip.on("entry", (entry: Entry) => {
        if (!entry.fileName.endsWith(".xml")) return zip.readEntry();
        zip.openReadStream(entry, (failed, stream) => {
          if (failed || !stream) return reject(failed ?? new Error(`${entry.fileName} cannot be read`));
          text(stream).then((xml) => {
            parts.set(entry.fileName, xml);
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}
