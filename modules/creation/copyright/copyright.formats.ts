import { readSoftwareCertificateNumber, readSoftwareNumber } from '@qiangxian/engines/identifiers/software-number'
import { readWorkNumber } from '@qiangxian/engines/identifiers/work-number'
import { formatOf } from '@qiangxian/kernel/registers/formats/format-of'

/** Every class letter is taken: which ones the office uses is the county's to say, and old certificates have others. */
export const workRegistrationNoFormat = formatOf(
  'work-registration-no',
  { zh: '作品登记号', en: 'Registration number of a work' },
  '苏作登字-2025-F-00012345',
  (written, today) => readWorkNumber(written, today === undefined ? {} : { today }),
)

export const softwareRegistrationNoFormat = formatOf(
  'software-registration-no',
  { zh: '软件著作权登记号', en: 'Registration number of a program' },
  '2024SR0123456',
  readSoftwareNumber,
)

export const softwareCertificateNoFormat = formatOf(
  'software-certificate-no',
  { zh: '软件著作权证书号', en: 'Certificate number of a program' },
  '软著登字第1234567号',
  readSoftwareCertificateNumber,
)
